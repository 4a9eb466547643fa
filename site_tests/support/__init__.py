"""What tests share: places, a server like GitHub Pages, browsers that report trouble, accessibility."""
