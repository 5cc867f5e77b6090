-- End a contact, by name: whoever was asked or engaged is free again, the peer after a breathing space.
-- KEYS  7 person hash   8 waiting zset   9 open zset   10 codes hash   11 offered hash   12 tried hash   13 words list
--       14 peer's volunteer hash   15 peer's talks hash   16 peer's held list   17 said list
--       18… offers sets of those who were asked
-- ARGV  5 contact id   6 how it ended   7 peer's wrap-up ends, unix ms   8 seconds a closed contact is kept
--       9 index of the last offers set
-- Gives "ended" | "gone" | "moved"
local person, code, peer = KEYS[7], unpack(redis.call("HMGET", contact, "code", "peer"))
redis.call("HSET", contact, "state", "closed", "ended", ARGV[6], "closed", now)
redis.call("HDEL", contact, "caller_number", "experience")
if peer then
  if redis.call("HGET", person, "last_peer") ~= peer then redis.call("HDEL", person, "wished_by_caller", "wished_by_peer") end
  redis.call("HSET", person, "last_peer", peer)
  redis.call("HSET", KEYS[14], "last_contact", ARGV[5])
end
local band = redis.call("HGET", contact, "band")
if (band == "high" or band == "imminent") and redis.call("EXISTS", person) == 1 then -- who comes back within a day goes first
  redis.call("HSET", person, "left_at", band, "left_until", now + 24 * 3600 * 1000)
end
for _, open in ipairs({ "contact", "call" }) do
  if redis.call("HGET", person, open) == ARGV[5] then redis.call("HDEL", person, open) end
end
redis.call("ZREM", KEYS[8], ARGV[5])
redis.call("ZREM", KEYS[9], ARGV[5])
if code and redis.call("HGET", KEYS[10], code) == ARGV[5] then redis.call("HDEL", KEYS[10], code) end
redis.call("DEL", KEYS[11], KEYS[12], KEYS[13], KEYS[17])
if redis.call("HDEL", KEYS[15], ARGV[5]) == 1 then
  redis.call("HSET", KEYS[14], "wrapping_until", ARGV[7], "rested_since", now)
  redis.call("ZADD", due, ARGV[7], KEYS[14])
  if redis.call("HLEN", KEYS[15]) == 0 then redis.call("DEL", KEYS[16]) end -- held for nobody any more
end
for i = 18, tonumber(ARGV[9]) do redis.call("SREM", KEYS[i], ARGV[5]) end
redis.call("ZREM", due, contact)
redis.call("EXPIRE", contact, ARGV[8])
return finish("ended")
