// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <string>

#include "core/protocol/import_messages.h"

namespace foresell {

// The words of an import for its stable codes, in the window's language.

/// A field's name: "date" -> "Date".
QString fieldTitle(const std::string& field);
/// The fields that a role has, in the order of a list to choose from; those it needs stand first.
QStringList fieldsOf(const std::string& role);
/// What it means that a file has no column for a field; empty where that is nothing to tell.
QString withoutField(const std::string& field);
/// The roles that a file can have, in the order of a list to choose from: "sales", "plan", ...
QStringList importRoles();
/// "sales", "plan", "item list".
QString roleTitle(const std::string& role);
/// The same with what it may hold: "Plan (prices, promotions)".
QString roleChoice(const std::string& role);
/// "Import sales", "Import a plan", ...
QString importTitle(const std::string& role);
/// A rejected row's reason.
QString rejectReason(const std::string& code);
/// What becomes of a column that no field takes: "Skip", "Personal, left out".
QString useTitle(const std::string& use);
/// Why a column is taken for its field: "by its name".
QString evidenceText(const std::string& evidence);
/// 128436 -> "128,436".
QString countText(std::int64_t count);

}  // namespace foresell
