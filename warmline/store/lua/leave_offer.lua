-- A volunteer passes on a person, misses the offer, or the offer is taken back; the person keeps the place.
-- KEYS  7 offered hash   8 tried hash   9 volunteer hash   10 offers set
-- ARGV  5 contact id   6 volunteer id   7 as routing.contact.Tried   8 misses that pause, 0 for never
--       9 unix ms until which a phone that was busy is left alone
-- Gives "left" | "paused" (that was one miss too many) | "not_offered" | "gone" | "moved"
local offered, tried, volunteer, offers = KEYS[7], KEYS[8], KEYS[9], KEYS[10]
if redis.call("HDEL", offered, ARGV[6]) == 0 then return finish("not_offered") end
redis.call("SREM", offers, ARGV[5])
redis.call("HSET", tried, ARGV[6], ARGV[7])
if redis.call("HLEN", offered) == 0 then redis.call("HSET", contact, "state", "waiting") end
redis.call("ZADD", due, now, contact)
if redis.call("EXISTS", volunteer) == 0 then return finish("left") end
if ARGV[7] == "busy" then -- they talk with somebody of their own
  redis.call("HSET", volunteer, "wrapping_until", ARGV[9])
  redis.call("ZADD", due, ARGV[9], volunteer)
end
if ARGV[7] ~= "missed" then return finish("left") end
local misses = redis.call("HINCRBY", volunteer, "misses", 1)
if tonumber(ARGV[8]) == 0 or misses < tonumber(ARGV[8]) then return finish("left") end
redis.call("HSET", volunteer, "paused_until", "9007199254740991", "misses", 0)
return finish("paused")
