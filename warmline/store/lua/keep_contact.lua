-- Write down new facts about a contact that is still as it was read, with any words held for the next peer.
-- KEYS  7 words list
-- ARGV  5 contact fields, JSON object; "" removes one   6 sealed words to hold, JSON list
-- Gives "kept" | "gone" | "moved"
local words = KEYS[7]
keep_fields(contact, ARGV[5])
for _, sealed in ipairs(cjson.decode(ARGV[6])) do redis.call("RPUSH", words, sealed) end
return finish("kept")
