-- Bring the roster up to a spreadsheet: some come new, others change, all of them or nobody.
-- KEYS  7 roster zset   8 coordinators set   9 experiences hash   then all that ARGV 5 names: volunteer hashes, person hashes
-- ARGV  5 rows, JSON list of {id, key, person, number, was, fields, coordinator}; `was` holds the fields as they were
--       read, and is missing for someone new; a field "" is removed
-- Gives "imported" | "reaching_out" (a new phone is a caller's just now, and their peer must not lose them)
--       "moved" when one of them is not as they were read
local roster, coordinators, experiences, rows = KEYS[7], KEYS[8], KEYS[9], cjson.decode(ARGV[5])
for _, row in ipairs(rows) do
  if (redis.call("EXISTS", row.key) == 1) ~= (row.was ~= nil) then return "moved" end
  for name, value in pairs(row.was or {}) do
    if (redis.call("HGET", row.key, name) or "") ~= value then return "moved" end
  end
  if not row.was and redis.call("HEXISTS", row.person, "volunteer") == 1 then return "moved" end
  if not row.was and redis.call("HEXISTS", row.person, "contact") == 1 then return "reaching_out" end
end

local function count(volunteer, by)
  for word in string.gmatch(redis.call("HGET", volunteer, "experience") or "", "%S+") do
    redis.call("HINCRBY", experiences, word, by)
  end
end

for _, row in ipairs(rows) do
  count(row.key, -1)
  for name, value in pairs(row.fields) do
    if value == "" then redis.call("HDEL", row.key, name) else redis.call("HSET", row.key, name, value) end
  end
  count(row.key, 1)
  if not row.was then
    redis.call("HSET", row.person, "volunteer", row.id, "number", row.number)
    redis.call("PERSIST", row.person)
    redis.call("ZADD", roster, now, row.id)
  end
  redis.call(row.coordinator and "SADD" or "SREM", coordinators, row.id)
end
return finish("imported")
