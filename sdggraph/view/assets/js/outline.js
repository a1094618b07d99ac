function makeList() { return h("div", {}); } function drawList() { return null; }
