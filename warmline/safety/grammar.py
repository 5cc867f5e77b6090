"""Small words that say whose death is spoken of, and whether it is spoken of as it is now: data for `weighing.py`."""

from __future__ import annotations

# The one who writes: a subject, or a verb that can only be theirs.
SELF = frozenset(
    """
    i me my myself mine j moi mon ma mes yo mi mis eu meu minha meus minhas mim
    quiero voy estoy tengo tome corte quisiera puedo pienso veux suis vais voudrais
    quero vou estou tenho tomei cortei queria penso
    """.split()
)

# My friend is someone else.
POSSESSIVE = frozenset("my mi mon ma meu minha".split())

# Someone else, where such a word stands before what is done.
OTHER = frozenset(
    """
    he she they friend bestie brother sister mom mother dad father son daughter kid child wife husband girlfriend
    boyfriend partner roommate flatmate cousin uncle aunt nephew niece neighbor neighbour student coworker colleague
    classmate ex grandma grandpa someone somebody person guy girl man woman boy narrator hero character villain who
    el ella ellos amigo amiga hermano hermana mama madre papa padre hijo hija esposo esposa novio novia primo prima
    il elle ils elles ami amie frere soeur maman pere mere fils fille mari femme copain copine mec pote cousin cousine
    ele ela eles irmao irma mae pai filho filha marido namorado namorada alguem
    """.split()
)

# What comes after them is meant of now, whatever else the sentence tells of long ago.
PRESENT = frozenset(
    """
    want am going will need have cannot must is quiero voy estoy tengo necesito veux vais suis ai vou quero estou tenho
    """.split()
)

# A no does not reach over these.
BARRIERS = frozenset(
    ". , but pero mas mais though although however except sino porem cependant yet because".split()
)

BUT = frozenset("but pero mais however though porem cependant".split())

# After these a new "i" is still under the same no: I don't think I want to die.
STILL_UNDER = frozenset("think feel like say believe mean that if que si se".split())
ANSWERS = frozenset("no nah nope non nao".split())
SUBJECTS = frozenset("i j yo eu".split())

# Thinking of it is not about to do it, though a time is named.
THINKING = frozenset(
    """
    thinking think thought thoughts considering contemplating imagining imagine dreaming feel feeling feels
    suicidal urge urges wish stand googling researching might could
    pienso pensando pensado pensamientos ganas ideas pense penser idees envie envies pensees penso vontade pensei
    """.split()
)

# A way to die counts only where one of these stands before it in the sentence.
MEANT = frozenset(
    """
    want wants will going about ready need think thinking thought imagine imagining considering plan planning
    decided nerve prestes punto point courage guts trying might should would could wish urge feel feeling tempted dream picture picturing keep about ways how
    quiero voy ganas pienso pensando quisiera puedo vais veux envie pense suis vou quero vontade penso pensando
    """.split()
)

# In `my mom will kill me if I am late` it is one of these who will; in earnest it is said otherwise.
TEASERS = frozenset(
    """
    mom dad mother father parents boss teacher coach sister brother daughter son roommate wife grandma editor
    mama papa madre padre jefe jefa profe hija hijo hermana hermano abuela padres
    mere pere chef patron prof parents fille fils soeur frere patronne maman
    mae pai chefe professor professora filha filho irma irmao avo
    """.split()
)
EARNEST = frozenset(
    "threatened threatens threatening knife gun hit hits beat scared afraid cops police hurt peur miedo medo amenaza".split()
)

# Before `me tuer` or `me matar` these say that it is someone else who would.
THEIRS = frozenset("va veut vont veulent peut vai quer vao querem pode quiere quieren".split())

WHEN_OR_IF = frozenset("if when si cuando quand se quando unless before".split())

# What begins so is hardly ever a way of speaking, whatever stands beside it; `life` is in "end my life".
NEVER_LIGHTLY = (
    "suicid", "overdos", "unaliv", "life", "wrist", "noose",
    "vida", "desviv", "pastill", "vie", "jours", "cachet", "comprim", "pulso", "enforcar",
)  # fmt: skip
