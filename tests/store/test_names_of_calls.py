"""A leg is found by the name that the provider gave its call, whoever phoned whom."""

from __future__ import annotations

from tests.store.calling import a_sid, again, held, leg_to, placed, rung, told
from tests.store.world import World
from warmline.store.keys import LEG_SECONDS


def test_a_leg_is_found_by_the_name_of_its_call_for_as_long_as_it_is_remembered(
    world: World,
) -> None:
    ada, bo = world.volunteer("Ada"), world.volunteer("Bo")
    contact = rung(world, held(world), ada, bo)
    noted, heard = (leg_to(world, contact, volunteer.id) for volunteer in (ada, bo))
    (came_in,) = (leg for leg in world.store.legs.of(contact.id) if leg.volunteer is None)
    told(world, heard, "rang", a_sid())
    placed(world, noted)
    for leg in (again(world, noted), again(world, heard), came_in):
        assert leg.sid is not None
        assert world.store.legs.named(leg.sid) == leg
        if leg is not came_in:
            assert 0 < world.seconds_to_live(world.keys.call(leg.sid)) <= LEG_SECONDS
    assert world.store.legs.named(a_sid()) is None
