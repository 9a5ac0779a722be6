// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace foresell {

/// What an option of a cleaning step holds.
enum class OptionKind {
    Flag,    ///< true or false
    Number,  ///< `lowest` to `highest`
    Choice,  ///< one of `choices`
    Texts,   ///< a list of texts, none empty
    Days,    ///< a list of days and spans: "2026-02-17", "2026-02-17..2026-02-23"
    Table,   ///< a list of objects with the texts and numbers of `columns`
};

struct OptionColumn {
    std::string name;
    bool isNumber = false;        ///< above 0; may be left out and is 1 then
    bool mayBeAbsent = false;
};

struct OptionInfo {
    std::string name;
    OptionKind kind = OptionKind::Flag;
    nlohmann::json standard;  ///< where the recipe does not say
    double lowest = 0, highest = 1e9;
    std::vector<std::string> choices;
    std::vector<OptionColumn> columns;
};

struct StepInfo {
    std::string id;
    bool isStandard = false;  ///< in the default recipe
    std::vector<OptionInfo> options;
    std::vector<std::string> after;  ///< steps that must stand before this one where both are in the recipe

    const OptionInfo* option(std::string_view name) const;
};

/// Every step there is, in the usual order.
const std::vector<StepInfo>& cleaningStepCatalog();
/// Null: there is no such step.
const StepInfo* findCleaningStep(std::string_view id);

/// [{"id", "standard", "after", "options": [{"name", "kind", "standard", ...}]}]: what a recipe may hold.
nlohmann::json catalogToJson();

/// Empty where `value` is right for the option, else what is wrong with it.
std::string problemOf(const OptionInfo& option, const nlohmann::json& value);

/// The settings of one step, with the standard ones where the recipe says nothing.
class StepOptions {
public:
    StepOptions(std::string_view id, const nlohmann::json& options);

    double number(std::string_view name) const { return value(name).get<double>(); }
    bool flag(std::string_view name) const { return value(name).get<bool>(); }
    std::string text(std::string_view name) const { return value(name).get<std::string>(); }
    std::vector<std::string> texts(std::string_view name) const { return value(name).get<std::vector<std::string>>(); }
    const nlohmann::json& value(std::string_view name) const;

private:
    const StepInfo& m_step;
    const nlohmann::json& m_options;
};

}  // namespace foresell
