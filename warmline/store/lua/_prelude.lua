-- What every transition opens with: name the shared inputs, refuse if the world has moved, and offer keep_fields and finish(word).
-- KEYS  1 due zset   2 bell list   3 journal stream   4 inbox list of the causing text   5 that text, string
--       6 contact hash   7… the transition's own   then the keys of all prepared texts
-- ARGV  1 now, unix ms   2 sid of the causing text or ""   3 contact version as it was read, or "" for any
--       4 plan, JSON: word -> {texts, legs, writes, due, bell, journal}   5… the transition's own
-- Gives "gone" when the causing text was already taken, "moved" when the contact changed since it was read.
local due, bell, journal, inbox, text, contact = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local now, cause, version, plan = ARGV[1], ARGV[2], ARGV[3], cjson.decode(ARGV[4])
if cause ~= "" and redis.call("LINDEX", inbox, 0) ~= cause then return "gone" end
if version ~= "" and (redis.call("HGET", contact, "version") or "0") ~= version then return "moved" end

local function keep_fields(hash, fields) -- a JSON object; "" removes one
  for name, value in pairs(cjson.decode(fields)) do
    if value == "" then redis.call("HDEL", hash, name) else redis.call("HSET", hash, name, value) end
  end
end
local function carry_out(effects)
  for _, sent in ipairs(effects.texts or {}) do
    redis.call("HSET", sent.key, unpack(sent.fields))
    redis.call("RPUSH", sent.lane, sent.id)
    redis.call("ZADD", due, "NX", now + 2000, sent.lane) -- whoever commits also sends; this is for when they die
  end
  for _, command in ipairs(effects.writes or {}) do redis.call(unpack(command)) end -- legs, orders to them, what was said
  for _, look in ipairs(effects.due or {}) do
    if look[2] then redis.call("ZADD", due, look[2], look[1]) else redis.call("ZREM", due, look[1]) end
  end
  for _, key in ipairs(effects.bell or {}) do
    redis.call("RPUSH", bell, key)
    redis.call("ZADD", due, "NX", now + 2000, key) -- should the bell be lost, the sweep finds it here
  end
  for _, line in ipairs(effects.journal or {}) do
    redis.call("XADD", journal, "MAXLEN", "~", 100000, "*", "at", now, unpack(line))
  end
end

local function finish(word)
  if version ~= "" then redis.call("HINCRBY", contact, "version", 1) end
  if plan[word] then carry_out(plan[word]) end
  if cause ~= "" then
    redis.call("LPOP", inbox)
    redis.call("SET", text, "", "EX", 259200)
    if redis.call("LLEN", inbox) == 0 then redis.call("ZREM", due, inbox) end
  end
  return word
end
