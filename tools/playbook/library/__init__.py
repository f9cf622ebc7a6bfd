"""Reading and writing the content folder.

>>> library = load_library(Path("content"))
>>> library.page("en", "playbooks/unresponsive").section("signs").list_items[0].text
"""

from playbook.library.inline import plain_text
from playbook.library.load import find_content, load_library
from playbook.library.reader import read_page

__all__ = ["find_content", "load_library", "plain_text", "read_page"]
