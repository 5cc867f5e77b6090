-- Both have said yes: the peer of a conversation is on the phone with its caller from now on, and with nobody else.
-- KEYS  7 talks hash of the peer
-- ARGV  5 contact id   6 contact fields, JSON object
-- Gives "begun" | "engaged" (they are on the phone already) | "moved" | "gone"
local talks = KEYS[7]
if redis.call("HEXISTS", talks, ARGV[5]) == 0 then return "moved" end
for _, runs_on in ipairs(redis.call("HVALS", talks)) do
  if runs_on == "voice" then return finish("engaged") end
end
redis.call("HSET", talks, ARGV[5], "voice")
for name, value in pairs(cjson.decode(ARGV[6])) do redis.call("HSET", contact, name, value) end
redis.call("ZADD", due, now, contact)
redis.call("RPUSH", bell, contact)
return finish("begun")
