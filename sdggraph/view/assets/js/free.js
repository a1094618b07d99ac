function makeFree() { return h("div", {}); } function drawFree() { return null; }
