"""A person who uses the keyboard alone: Tab, Shift+Tab, Enter, Space and the arrow keys."""

from playwright.sync_api import Locator, Page, expect

# More than the longest step has stops.
STOPS = 120


class Keyboard:
    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, target: Locator) -> None:
        """Press Tab until the focus is there."""
        element = target.element_handle()
        for _ in range(STOPS):
            if element.evaluate("target => target === document.activeElement"):
                expect(target).to_be_in_viewport()
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {target}")

    def follow(self, target: Locator) -> None:
        """Use a link, a button or the heading of a fold."""
        self.reach(target)
        self.page.keyboard.press("Enter")

    def tick(self, box: Locator) -> None:
        self.reach(box)
        self.page.keyboard.press("Space")
        expect(box).to_be_checked()

    def choose(self, group: Locator, label: str) -> None:
        """Enter a group of radios by Tab and choose by the arrow keys."""
        self.reach(group.get_by_role("radio").first)
        self.page.keyboard.press("Space")
        wanted = group.get_by_label(label, exact=True)
        for _ in range(group.get_by_role("radio").count()):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The arrow keys do not reach {label}")

    def write(self, box: Locator, text: str) -> None:
        self.reach(box)
        self.page.keyboard.type(text)
