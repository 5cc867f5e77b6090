-- Give back a seat on a shift.
-- KEYS  7 seats set
-- ARGV  5 volunteer id
-- Gives "released" | "not_yours"
if redis.call("SREM", KEYS[7], ARGV[5]) == 0 then return finish("not_yours") end
return finish("released")
