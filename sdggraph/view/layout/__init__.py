"""Where everything stands in the picture, worked out before the page is opened."""
