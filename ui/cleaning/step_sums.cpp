// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cleaning/step_sums.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include "ui/charts/chart_text.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/page.h"

namespace foresell {

StepSums::StepSums(QWidget* parent) : QWidget(parent) {
    static constexpr const char* signs[] = {"−", "+", "="};
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(24, 0, 24, 8);
    for (int i = 0; i < parts; ++i) {
        m_names[i] = makeLabel(12, false, "text2");
        m_units[i] = new ElidedLabel(13, true);
        m_rest[i] = new ElidedLabel(12, false, "text2");
        auto* column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(m_names[i]);
        column->addWidget(m_units[i]);
        column->addWidget(m_rest[i]);
        row->addLayout(column, 1);
        if (i + 1 < parts) {
            auto* sign = makeLabel(14, false, "text2");
            sign->setText(QString::fromUtf8(signs[i]));
            row->addWidget(sign);
            row->addSpacing(12);
        }
    }
    retranslate();
}

void StepSums::show(const CleaningStepResult& step, const std::string& currency) {
    const CleaningTotals* totals[] = {&step.before, &step.removed, &step.added, &step.after};
    for (int i = 0; i < parts; ++i) {
        m_units[i]->setText(tr("%1 units").arg(numberText(toDouble(totals[i]->units))));
        QString rest = tr("%1 lines").arg(numberText(static_cast<double>(totals[i]->lines)));
        if (!currency.empty()) {
            rest += QStringLiteral(" · ") + moneyText(toDouble(totals[i]->money), currency, QLocale());
        }
        m_rest[i]->setText(rest);
    }
}

void StepSums::retranslate() {
    const QString names[] = {tr("Before this step"), tr("Taken off"), tr("Added"), tr("After")};
    for (int i = 0; i < parts; ++i) {
        m_names[i]->setText(names[i]);
    }
}

}  // namespace foresell
