// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cleaning/option_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "ui/cleaning/mapping_table.h"
#include "ui/cleaning/step_words.h"

namespace foresell {

namespace {

constexpr int listHeight = 96;

/// Shows as many decimals as the number has.
class NumberBox : public QDoubleSpinBox {
public:
    NumberBox() { setDecimals(4); }
    QString textFromValue(double value) const override { return QLocale().toString(value, 'g', 12); }
};

}  // namespace

OptionEditor::OptionEditor(const std::string& step, const OptionInfo& option, QWidget* parent) : QWidget(parent), m_option(option) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    QWidget* editor = make(step);
    editor->setAccessibleName(StepWords::option(step, option.name));
    editor->setToolTip(StepWords::optionHelp(step, option.name));
    layout->addWidget(editor);
    setFocusProxy(editor);
    setValue(option.standard);
}

QWidget* OptionEditor::make(const std::string& step) {
    switch (m_option.kind) {
        case OptionKind::Flag:
            m_flag = new QCheckBox(StepWords::option(step, m_option.name));
            connect(m_flag, &QCheckBox::toggled, this, &OptionEditor::changed);
            return m_flag;
        case OptionKind::Number:
            m_number = new NumberBox;
            m_number->setRange(m_option.lowest, m_option.highest);
            m_number->setMaximumWidth(160);
            m_number->setKeyboardTracking(true);
            connect(m_number, &QDoubleSpinBox::valueChanged, this, &OptionEditor::changed);
            return m_number;
        case OptionKind::Choice:
            m_choice = new QComboBox;
            for (const std::string& choice : m_option.choices) {
                m_choice->addItem(StepWords::choice(step, m_option.name, choice), QString::fromStdString(choice));
            }
            connect(m_choice, &QComboBox::currentIndexChanged, this, &OptionEditor::changed);
            return m_choice;
        case OptionKind::Texts:
        case OptionKind::Days:
            m_texts = new QPlainTextEdit;
            m_texts->setFixedHeight(listHeight);
            m_texts->setTabChangesFocus(true);
            connect(m_texts, &QPlainTextEdit::textChanged, this, &OptionEditor::changed);
            return m_texts;
        case OptionKind::Table:
            m_table = new MappingTable(m_option.columns);
            connect(m_table, &MappingTable::changed, this, &OptionEditor::changed);
            return m_table;
    }
    return new QWidget;
}

nlohmann::json OptionEditor::value() const {
    if (m_flag != nullptr) {
        return m_flag->isChecked();
    }
    if (m_number != nullptr) {
        return m_number->value();
    }
    if (m_choice != nullptr) {
        return m_choice->currentData().toString().toStdString();
    }
    if (m_table != nullptr) {
        return m_table->rows();
    }
    nlohmann::json texts = nlohmann::json::array();
    for (const QString& line : m_texts->toPlainText().split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty()) {
            texts.push_back(line.trimmed().toStdString());
        }
    }
    return texts;
}

void OptionEditor::setValue(const nlohmann::json& value) {
    if (m_flag != nullptr) {
        m_flag->setChecked(value.get<bool>());
    } else if (m_number != nullptr) {
        m_number->setValue(value.get<double>());
    } else if (m_choice != nullptr) {
        m_choice->setCurrentIndex(m_choice->findData(QString::fromStdString(value.get<std::string>())));
    } else if (m_table != nullptr) {
        m_table->setRows(value);
    } else {
        QStringList lines;
        for (const auto& line : value) {
            lines << QString::fromStdString(line.get<std::string>());
        }
        m_texts->setPlainText(lines.join(QLatin1Char('\n')));
    }
}

QString OptionEditor::problem() const {
    if (problemOf(m_option, value()).empty()) {
        return {};
    }
    return m_option.kind == OptionKind::Days    ? tr("One of the days is not written as 2026-02-17 or 2026-02-17..2026-02-23.")
           : m_option.kind == OptionKind::Table ? tr("A row of the table is not complete, or a number in it is not above 0.")
                                                : tr("One of the lines is too long.");
}

}  // namespace foresell
