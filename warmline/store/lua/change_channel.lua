-- A waiting contact goes on by text instead of by voice, or the other way; the place stays, and whoever was asked is asked no more.
-- KEYS  7 person hash   8 offered hash   9 tried hash   10… offers sets of those who were asked
-- ARGV  5 contact id   6 text | voice   7 person field it was open as   8 person field it is open as from now on
--       9 contact fields, JSON object; "" removes one   10 seconds a person is kept   11 index of the last offers set
-- Gives "changed" | "has_one" (they have another open in that way) | "moved"
local person, offered, tried = KEYS[7], KEYS[8], KEYS[9]
if redis.call("HEXISTS", person, ARGV[8]) == 1 then return "has_one" end
for i = 10, tonumber(ARGV[11]) do redis.call("SREM", KEYS[i], ARGV[5]) end
for _, volunteer in ipairs(redis.call("HKEYS", offered)) do redis.call("HSET", tried, volunteer, "withdrawn") end
redis.call("DEL", offered)
if redis.call("HGET", person, ARGV[7]) == ARGV[5] then redis.call("HDEL", person, ARGV[7]) end
redis.call("HSET", person, ARGV[8], ARGV[5], "greeted", "1")
redis.call("EXPIRE", person, ARGV[10])
redis.call("HSET", contact, "channel", ARGV[6], "state", "waiting")
keep_fields(contact, ARGV[9])
redis.call("ZADD", due, now, contact)
redis.call("RPUSH", bell, contact)
return finish("changed")
