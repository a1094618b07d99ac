function exportPicture() {} function exportDrawing() {}
