// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cleaning/step_options_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/charts/chart_text.h"
#include "ui/cleaning/option_editor.h"
#include "ui/cleaning/step_words.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/page.h"

namespace foresell {

namespace {

constexpr int waitForMore = 400;  ///< milliseconds
constexpr int longestName = 60;

}  // namespace

StepOptionsDialog::StepOptionsDialog(const RecipeStep& step, std::string currency, QWidget* parent)
    : QDialog(parent), m_step(step), m_currency(std::move(currency)), m_name(new QLineEdit), m_outcome(makeLabel(12, false, "text2")),
      m_wait(new QTimer(this)) {
    setWindowTitle(StepWords::name(step.id));
    m_wait->setSingleShot(true);
    m_wait->setInterval(waitForMore);
    lay();
    fill(step);
    check();
    for (OptionEditor* editor : m_editors) {
        connect(editor, &OptionEditor::changed, this, [this] {
            check();
            m_wait->start();
        });
    }
    connect(m_wait, &QTimer::timeout, this, [this] {
        if (m_use->isEnabled()) {
            emit tried(this->step());
        }
    });
}

void StepOptionsDialog::lay() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(0);
    auto* purpose = makeLabel(13);
    purpose->setWordWrap(true);
    purpose->setText(StepWords::purpose(m_step.id));
    purpose->setContentsMargins(24, 16, 24, 8);
    column->addWidget(purpose);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(makeFields());
    column->addWidget(scroll, 1);
    m_outcome->setWordWrap(true);
    m_outcome->setContentsMargins(24, 8, 24, 12);
    m_outcome->setMinimumHeight(52);
    column->addWidget(makeHairline());
    column->addWidget(m_outcome);
    auto* buttons = new QDialogButtonBox;
    buttons->setContentsMargins(24, 0, 24, 0);
    m_use = buttons->addButton(tr("Use these options"), QDialogButtonBox::AcceptRole);
    m_use->setProperty("kind", QStringLiteral("primary"));
    auto* standard = buttons->addButton(tr("Standard options"), QDialogButtonBox::ResetRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(standard, &QPushButton::clicked, this, [this] { fill({.id = m_step.id}); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(560, 560);
}

QWidget* StepOptionsDialog::makeFields() {
    auto* fields = new QWidget;
    fields->setObjectName(QStringLiteral("scrolled"));
    auto* form = new QFormLayout(fields);
    form->setContentsMargins(24, 8, 24, 16);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_name->setMaxLength(longestName);
    m_name->setPlaceholderText(StepWords::name(m_step.id));
    m_name->setAccessibleName(tr("Name of the step"));
    form->addRow(tr("Name of the step"), m_name);
    const StepInfo* info = findCleaningStep(m_step.id);
    for (const OptionInfo& option : info->options) {
        auto* editor = new OptionEditor(m_step.id, option);
        m_editors << editor;
        if (option.kind == OptionKind::Flag) {
            form->addRow(QString(), editor);
        } else if (editor->isWide()) {
            auto* head = makeLabel(13);
            head->setText(StepWords::option(m_step.id, option.name));
            head->setWordWrap(true);
            form->addRow(head);
            form->addRow(editor);
        } else {
            form->addRow(StepWords::option(m_step.id, option.name), editor);
        }
        if (const QString help = StepWords::optionHelp(m_step.id, option.name); !help.isEmpty()) {
            auto* label = makeLabel(12, false, "text2");
            label->setText(help);
            label->setWordWrap(true);
            if (editor->isWide()) {
                form->addRow(label);
            } else {
                form->addRow(QString(), label);
            }
        }
    }
    return fields;
}

void StepOptionsDialog::fill(const RecipeStep& step) {
    m_name->setText(QString::fromStdString(step.name));
    for (OptionEditor* editor : m_editors) {
        const auto given = step.options.find(editor->option().name);
        editor->setValue(given == step.options.end() ? editor->option().standard : *given);
    }
}

RecipeStep StepOptionsDialog::step() const {
    RecipeStep step{.id = m_step.id, .enabled = m_step.enabled, .name = m_name->text().trimmed().toStdString()};
    for (const OptionEditor* editor : m_editors) {
        if (nlohmann::json value = editor->value(); value != editor->option().standard) {
            step.options[editor->option().name] = std::move(value);
        }
    }
    return step;
}

void StepOptionsDialog::check() {
    QString problem;
    for (const OptionEditor* editor : m_editors) {
        problem = problem.isEmpty() ? editor->problem() : problem;
    }
    m_use->setEnabled(problem.isEmpty());
    if (!problem.isEmpty()) {
        m_outcome->setText(problem);
    }
}

void StepOptionsDialog::showResult(const CleaningStepResult& result) {
    if (!m_use->isEnabled()) {
        return;
    }
    const QLocale locale;
    const auto amount = [&](const CleaningTotals& totals) {
        QString text = tr("%1 lines, %2 units").arg(numberText(static_cast<double>(totals.lines)), numberText(toDouble(totals.units)));
        return m_currency.empty() ? text : text + QStringLiteral(", ") + moneyText(toDouble(totals.money), m_currency, locale);
    };
    QStringList texts{tr("So it takes off %1 and adds %2.").arg(amount(result.removed), amount(result.added))};
    if (const QString findings = StepWords::findings(result); !findings.isEmpty()) {
        texts << findings;
    }
    m_outcome->setText(texts.join(QLatin1Char(' ')));
}

}  // namespace foresell
