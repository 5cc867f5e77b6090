-- Claim one seat on a shift.
-- KEYS  7 shift hash   8 seats set   9 volunteer hash
-- ARGV  5 volunteer id
-- Gives "claimed" | "already_yours" | "full" | "over" | "unknown"
local shift, seats = KEYS[7], KEYS[8]
local facts = redis.call("HMGET", shift, "seats", "ends")
if not facts[1] or redis.call("EXISTS", KEYS[9]) == 0 then return finish("unknown") end
if redis.call("SISMEMBER", seats, ARGV[5]) == 1 then return finish("already_yours") end
if tonumber(facts[2]) <= tonumber(now) then return finish("over") end
if redis.call("SCARD", seats) >= tonumber(facts[1]) then return finish("full") end
redis.call("SADD", seats, ARGV[5])
redis.call("ZADD", due, math.max(tonumber(now), tonumber(redis.call("HGET", shift, "starts"))), shift)
return finish("claimed")
