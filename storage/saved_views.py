"""Each person's saved views of the queue: a name and the filters as codes. Names are typed words, so they are sealed.

Knows codes of a query; must not know what they filter.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from storage.columns import literal_int
from storage.models import saved_views
from storage.work import Work

MOST: Final = 20
"""Views one person may keep."""
_QUERY: Final = re.compile(r"[a-z0-9_:=&.%,\-]{0,400}")


@dataclass(frozen=True, slots=True)
class SavedView:
    """One view: `query` is the query string it stands for."""

    view_id: str
    name: str
    query: str


class SavedViews:
    """The `saved_views` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, staff_ref: str, name: str, query: str, at: datetime) -> bool:
        """Keep a view; False when the person has as many as are kept. Raises ValueError for a query that is not made of codes."""
        if not _QUERY.fullmatch(query):
            raise ValueError("a saved view holds codes")
        if len(self.of(staff_ref)) >= MOST:
            return False
        own = self._work.new_id()
        row = {"view_id": own, "staff_ref": staff_ref, "query": query, "created_at": at}
        self._work.connection.execute(sa.insert(saved_views).values(**row, name=self._work.vault.seal(_place(own), name)))
        return True

    def of(self, staff_ref: str) -> list[SavedView]:
        """A person's views, in the order they were kept."""
        mine = sa.select(saved_views).where(saved_views.c.staff_ref == staff_ref).order_by(saved_views.c.id).limit(literal_int(MOST))
        return [SavedView(row.view_id, self._work.vault.open(_place(row.view_id), row.name), row.query) for row in self._work.all(mine)]

    def remove(self, staff_ref: str, view_id: str) -> bool:
        """Forget one of one's own views."""
        return self._work.change(sa.delete(saved_views).where(saved_views.c.view_id == view_id, saved_views.c.staff_ref == staff_ref)) > 0


def _place(view_id: str) -> str:
    return f"saved_views.name:{view_id}"
