-- Say of each event in a calendar how often it has changed since it was first seen, and when it last did.
-- KEYS  1 events hash
-- ARGV  1 now, unix ms   2 seconds for which the calendar is remembered   3… for each event: its name, a digest of what it tells
-- Gives for each event its sequence and the unix ms of its last change, in their order; those that are not named are forgotten
local events, now, given, named = KEYS[1], ARGV[1], {}, {}
for i = 3, #ARGV, 2 do
  local name, digest = ARGV[i], ARGV[i + 1]
  local before, sequence, changed = string.match(redis.call("HGET", events, name) or "", "^(%w+) (%d+) (%d+)$")
  if before ~= digest then
    sequence, changed = before and sequence + 1 or 0, now
    redis.call("HSET", events, name, digest .. " " .. sequence .. " " .. changed)
  end
  named[name] = true
  table.insert(given, tonumber(sequence))
  table.insert(given, tonumber(changed))
end
for _, name in ipairs(redis.call("HKEYS", events)) do
  if not named[name] then redis.call("HDEL", events, name) end
end
redis.call("EXPIRE", events, ARGV[2])
return given
