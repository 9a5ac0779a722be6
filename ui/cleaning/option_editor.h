// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <nlohmann/json.hpp>

#include "core/cleaning/step_catalog.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QPlainTextEdit;

namespace foresell {

class MappingTable;

/// Edits one option of a cleaning step, by what it holds: a tick, a number, a choice, texts one a line, or a table.
class OptionEditor : public QWidget {
    Q_OBJECT

public:
    OptionEditor(const std::string& step, const OptionInfo& option, QWidget* parent = nullptr);

    const OptionInfo& option() const { return m_option; }
    nlohmann::json value() const;
    void setValue(const nlohmann::json& value);
    /// Empty, or why the value cannot be used.
    QString problem() const;
    /// Editors of tables and lists want the whole width.
    bool isWide() const { return m_texts != nullptr || m_table != nullptr; }

signals:
    void changed();

private:
    QWidget* make(const std::string& step);

    OptionInfo m_option;
    QCheckBox* m_flag = nullptr;
    QDoubleSpinBox* m_number = nullptr;
    QComboBox* m_choice = nullptr;
    QPlainTextEdit* m_texts = nullptr;
    MappingTable* m_table = nullptr;
};

}  // namespace foresell
