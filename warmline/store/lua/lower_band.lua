-- A person judges that somebody is less at risk than the line took them for: the place in the queue goes back with it,
-- also of what they have open in the other way.
-- KEYS  7 waiting zset   8 hash of their other open contact
-- ARGV  5 contact id   6 band   7 its place among the bands, from 0   8 rank in the queue that goes with it
--       9 id of the other contact, "" if there is none
-- Gives "lowered" | "not_lower" | "moved" | "gone"
local function lower(key, id)
  local facts = redis.call("HMGET", key, "band_place", "beside_place", "since")
  local own, beside = tonumber(facts[1] or 0) > tonumber(ARGV[7]), tonumber(facts[2] or 0) > tonumber(ARGV[7])
  if own then
    redis.call("HSET", key, "band", ARGV[6], "band_place", ARGV[7], "alerted", ARGV[6])
    redis.call("HINCRBY", key, "lowered", 1)
    redis.call("HDEL", key, "silence_paged")
  end
  if beside then redis.call("HSET", key, "beside", ARGV[6], "beside_place", ARGV[7]) end
  if not own and not beside then return false end
  redis.call("HSET", key, "rank", ARGV[8])
  if redis.call("ZSCORE", KEYS[7], id) then redis.call("ZADD", KEYS[7], facts[3] - ARGV[8] * 1e13, id) end
  redis.call("ZADD", due, now, key)
  redis.call("RPUSH", bell, key)
  return true
end
local lowered = lower(contact, ARGV[5])
if ARGV[9] ~= "" and lower(KEYS[8], ARGV[9]) then
  redis.call("HINCRBY", KEYS[8], "version", 1) -- whoever has read it reads it again
  lowered = true
end
if lowered then return finish("lowered") end
return finish("not_lower")
