function drawPhone() {}
