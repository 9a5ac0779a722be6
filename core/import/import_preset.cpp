// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/import_preset.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "core/import/text_normal.h"

namespace foresell {

namespace {

constexpr std::array<std::string_view, 3> basisNames = {"ordered", "paid", "shipped"};
constexpr double leastKnown = 0.5;      ///< of the file's columns that the preset must know
constexpr double leastOfChanged = 0.6;  ///< how well a file must fit that lacks a needed column

ImportPreset presetOf(std::string_view text) {
    const nlohmann::json json = nlohmann::json::parse(text);
    ImportPreset preset;
    json.at("name").get_to(preset.name);
    json.at("version").get_to(preset.version);
    json.at("title").at("en").get_to(preset.english);
    json.at("title").at("zh").get_to(preset.chinese);
    preset.role = roleFromName(json.at("role").get<std::string>()).value();
    json.at("need").get_to(preset.need);
    for (const auto& [field, names] : json.at("fields").items()) {
        preset.fields[fieldFromName(field).value()] = names.get<ImportPreset::Names>();
    }
    const nlohmann::json dates = json.value("dates", nlohmann::json::object());
    for (const auto& [basis, names] : dates.items()) {
        preset.dates[dateBasisFromName(basis).value()] = names.get<ImportPreset::Names>();
    }
    preset.defaultDate = dateBasisFromName(json.value("default_date", "ordered")).value();
    preset.states = json.value("states", ImportPreset::Names());
    preset.personal = json.value("personal", ImportPreset::Names());
    preset.unused = json.value("unused", ImportPreset::Names());
    preset.repeatsDown = json.value("repeats_down", ImportPreset::Names());
    preset.others = json.value("others", ImportPreset::Names());
    return preset;
}

std::vector<std::string> keysOf(const std::vector<std::string>& header) {
    std::vector<std::string> keys;
    for (const std::string& name : header) {
        keys.push_back(headerKey(name));
    }
    return keys;
}

bool hasOneOf(const std::vector<std::string>& keys, const ImportPreset::Names& names) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return std::find(keys.begin(), keys.end(), headerKey(name)) != keys.end();
    });
}

std::set<std::string> knownKeys(const ImportPreset& preset) {
    std::set<std::string> keys;
    const auto add = [&](const ImportPreset::Names& names) {
        for (const std::string& name : names) {
            keys.insert(headerKey(name));
        }
    };
    for (const auto& [field, names] : preset.fields) {
        add(names);
    }
    for (const auto& [basis, names] : preset.dates) {
        add(names);
    }
    for (const auto& names : preset.need) {
        add(names);
    }
    for (const auto* names : {&preset.states, &preset.personal, &preset.unused, &preset.repeatsDown, &preset.others}) {
        add(*names);
    }
    return keys;
}

}  // namespace

std::string_view dateBasisName(DateBasis basis) {
    return basisNames[static_cast<std::size_t>(basis)];
}

std::optional<DateBasis> dateBasisFromName(std::string_view name) {
    const auto found = std::find(basisNames.begin(), basisNames.end(), name);
    return found == basisNames.end() ? std::nullopt : std::optional(static_cast<DateBasis>(found - basisNames.begin()));
}

const std::vector<ImportPreset>& importPresets() {
    static const std::vector<ImportPreset> presets = [] {
        std::vector<ImportPreset> made;
        for (const std::string_view text : presetTexts()) {
            made.push_back(presetOf(text));
        }
        return made;
    }();
    return presets;
}

const ImportPreset* findPreset(std::string_view name) {
    const auto& presets = importPresets();
    const auto found = std::find_if(presets.begin(), presets.end(), [&](const ImportPreset& each) { return each.name == name; });
    return found == presets.end() ? nullptr : &*found;
}

std::optional<std::size_t> columnNamed(const std::vector<std::string>& header, const ImportPreset::Names& names) {
    const std::vector<std::string> keys = keysOf(header);
    for (const std::string& name : names) {
        const auto found = std::find(keys.begin(), keys.end(), headerKey(name));
        if (found != keys.end()) {
            return static_cast<std::size_t>(found - keys.begin());
        }
    }
    return std::nullopt;
}

PresetMatch matchPreset(const ImportPreset& preset, const std::vector<std::string>& header) {
    PresetMatch match;
    match.preset = &preset;
    const std::vector<std::string> keys = keysOf(header);
    const std::set<std::string> known = knownKeys(preset);
    std::size_t knownColumns = 0;
    for (std::size_t i = 0; i < header.size(); ++i) {
        knownColumns += known.contains(keys[i]) ? 1 : 0;
        if (!known.contains(keys[i])) {
            match.added.push_back(header[i]);
        }
    }
    std::size_t fitting = 0, asked = 0;
    const auto ask = [&](const ImportPreset::Names& names, std::size_t weight) {
        asked += weight;
        const bool isThere = hasOneOf(keys, names);
        fitting += isThere ? weight : 0;
        if (!isThere && std::find(match.missing.begin(), match.missing.end(), names.front()) == match.missing.end()) {
            match.missing.push_back(names.front());
        }
    };
    for (const auto& names : preset.need) {
        ask(names, 3);
    }
    for (const auto& [field, names] : preset.fields) {
        ask(names, 1);
    }
    const double share = header.empty() ? 0 : static_cast<double>(knownColumns) / static_cast<double>(header.size());
    match.confidence = share < leastKnown ? 0 : share * static_cast<double>(fitting) / static_cast<double>(asked);
    return match;
}

PresetMatch matchPreset(const std::vector<std::string>& header) {
    PresetMatch best;
    const std::vector<std::string> keys = keysOf(header);
    for (const ImportPreset& preset : importPresets()) {
        const auto there = std::count_if(preset.need.begin(), preset.need.end(), [&](const auto& names) { return hasOneOf(keys, names); });
        // One needed name may have changed, if there are enough others to know the export by.
        const bool mayBe = there == std::ssize(preset.need) || (there + 1 == std::ssize(preset.need) && there >= 3);
        PresetMatch match = mayBe ? matchPreset(preset, header) : PresetMatch();
        const bool isSure = there == std::ssize(preset.need) || match.confidence >= leastOfChanged;
        if (isSure && match.confidence > best.confidence) {
            best = std::move(match);
        }
    }
    return best;
}

}  // namespace foresell
