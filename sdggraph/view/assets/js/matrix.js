function makeMatrix() { return h("div", {}); }
function drawMatrix() { return null; }
function matrixSentence() { return ""; }
function matrixSwitch() { return null; }
function matrixLegend() { return []; }
