from datetime import UTC, date, datetime

from tests.builders import claim, day

from onrecord.model.claim import Tier
from onrecord.model.time import Interval, TimePrecision
from onrecord.views.timeline import timeline


def test_claims_stand_on_the_day_they_speak_of_and_those_without_one_come_last() -> None:
    late = claim(time=Interval(datetime(2024, 5, 14, 18, tzinfo=UTC), None, TimePrecision.OPEN_END), exact="Shells hit")
    whole = claim(time=day(date(2024, 5, 14), date(2024, 5, 16)), exact="Governor")
    until = claim(time=day(None, until=date(2024, 5, 13)), exact="Nobody")
    never = claim(exact="Shells")
    days = timeline([never, late, whole, until])
    assert [one.words for one in days] == ["13 May 2024", "14 May 2024", "Time not known"]
    assert [row.claim for row in days[1].rows] == [whole, late]


def test_characterisations_are_no_events() -> None:
    assert timeline([claim(tier=Tier.BACKGROUND)]) == ()
