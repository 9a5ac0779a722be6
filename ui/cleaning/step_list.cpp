// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cleaning/step_list.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/page.h"

namespace foresell {

namespace {

QString count(std::int64_t value) {
    return numberText(static_cast<double>(value));
}

}  // namespace

QString stepName(const std::string& id) {
    static const std::pair<const char*, const char*> names[] = {
        {"exact_repeats", QT_TRANSLATE_NOOP("foresell::StepList", "Exact repeats")},
        {"cancellations", QT_TRANSLATE_NOOP("foresell::StepList", "Cancellations")},
        {"returns", QT_TRANSLATE_NOOP("foresell::StepList", "Returns without a sale")},
        {"zero_prices", QT_TRANSLATE_NOOP("foresell::StepList", "Zero or negative price")},
        {"non_products", QT_TRANSLATE_NOOP("foresell::StepList", "Not products")},
        {"bulk_orders", QT_TRANSLATE_NOOP("foresell::StepList", "Bulk orders")},
        {"missing_values", QT_TRANSLATE_NOOP("foresell::StepList", "Missing values")},
    };
    for (const auto& [step, name] : names) {
        if (id == step) {
            return StepList::tr(name);
        }
    }
    return QString::fromStdString(id);
}

QString stepNote(const CleaningStepResult& step) {
    const QString lines = count(step.setAside + step.corrected);
    if (!step.enabled) {
        return StepList::tr("switched off");
    }
    if (step.id == "exact_repeats") {
        return StepList::tr("%1 lines, the same order line again").arg(lines);
    }
    if (step.id == "cancellations") {
        return StepList::tr("%1 lines with the sales they cancel").arg(lines);
    }
    if (step.id == "returns") {
        return StepList::tr("%1 negative lines: write-offs, damage").arg(lines);
    }
    if (step.id == "zero_prices") {
        return StepList::tr("%1 lines: samples, stock corrections").arg(lines);
    }
    if (step.id == "non_products") {
        return StepList::tr("%1 lines: postage, fees, vouchers").arg(lines);
    }
    if (step.id == "bulk_orders") {
        return StepList::tr("%1 lines far above the item's usual").arg(lines);
    }
    return StepList::tr("%1 lines without item or quantity").arg(lines);
}

QString changeReason(const ChangedLine& line) {
    const QString other = QString::fromStdString(line.other);
    static const std::pair<const char*, const char*> reasons[] = {
        {"exact_repeat", QT_TRANSLATE_NOOP("foresell::StepList", "the same line again")},
        {"cancelled_by", QT_TRANSLATE_NOOP("foresell::StepList", "cancelled by %1")},
        {"cancels", QT_TRANSLATE_NOOP("foresell::StepList", "cancels %1")},
        {"no_earlier_sale", QT_TRANSLATE_NOOP("foresell::StepList", "no earlier sale found")},
        {"partly_cancelled_by", QT_TRANSLATE_NOOP("foresell::StepList", "partly cancelled by %1")},
        {"return_without_sale", QT_TRANSLATE_NOOP("foresell::StepList", "a return without its sale")},
        {"price_zero", QT_TRANSLATE_NOOP("foresell::StepList", "the price is zero")},
        {"price_negative", QT_TRANSLATE_NOOP("foresell::StepList", "the price is negative")},
        {"not_a_product", QT_TRANSLATE_NOOP("foresell::StepList", "no product: %1")},
        {"bulk_order", QT_TRANSLATE_NOOP("foresell::StepList", "%1 times the usual")},
        {"no_quantity", QT_TRANSLATE_NOOP("foresell::StepList", "no quantity")},
        {"no_item", QT_TRANSLATE_NOOP("foresell::StepList", "no item")},
    };
    for (const auto& [reason, text] : reasons) {
        if (line.reason == reason) {
            const QString phrase = StepList::tr(text);
            return phrase.contains(QLatin1String("%1")) ? phrase.arg(other) : phrase;
        }
    }
    return QString::fromStdString(line.reason);
}

/// One step: a tick, two lines of text and the units at the right.
class StepRow : public QWidget {
    Q_OBJECT

public:
    StepRow(const RecipeStep& step, const CleaningStepResult* result) : m_tick(new QCheckBox) {
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setMinimumHeight(58);
        setAccessibleName(stepName(step.id));
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(16, 8, 16, 8);
        m_tick->setChecked(step.enabled);
        m_tick->setAccessibleName(stepName(step.id));
        auto* texts = new QGridLayout;
        texts->setVerticalSpacing(2);
        texts->setHorizontalSpacing(8);
        auto* nameRow = new QHBoxLayout;
        nameRow->setSpacing(6);
        auto* name = makeLabel(13, true);
        name->setText(stepName(step.id));
        nameRow->addWidget(name);
        auto* note = new ElidedLabel(12, false, "text2");
        auto* units = makeLabel(13, true);
        units->setAlignment(Qt::AlignRight);
        auto* unit = makeLabel(12, false, "text2");
        unit->setAlignment(Qt::AlignRight);
        if (result != nullptr) {
            if (result->needsALook) {
                auto* glyph = new QLabel;
                glyph->setPixmap(stateGlyph(QStringLiteral("warn"), 14, devicePixelRatioF()));
                nameRow->addWidget(glyph);
            }
            note->setText(stepNote(*result));
            const double change = toDouble(result->after.units - result->before.units);
            if (change == 0) {
                units->setProperty("tone", QStringLiteral("text2"));
                keepFont(units, 13);
            }
            units->setText(change == 0 ? QStringLiteral("0") : (change > 0 ? QStringLiteral("+") : QString()) + numberText(change));
            unit->setText(StepList::tr("units"));
        }
        nameRow->addStretch();
        texts->addLayout(nameRow, 0, 0);
        texts->addWidget(note, 1, 0);
        texts->addWidget(units, 0, 1);
        texts->addWidget(unit, 1, 1);
        texts->setColumnStretch(0, 1);
        layout->addWidget(m_tick);
        layout->addSpacing(8);
        layout->addLayout(texts, 1);
        connect(m_tick, &QCheckBox::toggled, this, &StepRow::switched);
    }

    void setCurrent(bool isCurrent) {
        m_isCurrent = isCurrent;
        update();
    }

signals:
    void chosen();
    void switched(bool isOn);

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = Theme::instance();
        QPainter painter(this);
        if (m_isCurrent) {
            painter.fillRect(rect(), theme.color(Role::Selected));
            painter.fillRect(QRect(0, 0, 3, height()), theme.color(Role::Accent));
        }
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Role::Line));
        if (hasFocus()) {
            painter.setPen(QPen(theme.color(Role::Accent), 2));
            painter.drawRect(rect().adjusted(1, 1, -1, -1));
        }
    }
    void mousePressEvent(QMouseEvent*) override { emit chosen(); }
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Space) {
            m_tick->toggle();
        } else if (event->key() == Qt::Key_Return) {
            emit chosen();
        } else {
            QWidget::keyPressEvent(event);
        }
    }

private:
    QCheckBox* m_tick;
    bool m_isCurrent = false;
};

StepList::StepList(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addStretch();
}

void StepList::setCurrent(int step) {
    if (step >= m_rows.size()) {
        return;
    }
    m_rows[m_current]->setCurrent(false);
    m_current = step;
    m_rows[step]->setCurrent(true);
    emit currentChanged(step);
}

void StepList::setSteps(const Recipe& recipe, const CleaningSummary& summary) {
    qDeleteAll(m_rows);
    m_rows.clear();
    for (std::size_t i = 0; i < recipe.steps.size(); ++i) {
        const bool matches = i < summary.steps.size() && summary.steps[i].id == recipe.steps[i].id;
        auto* row = new StepRow(recipe.steps[i], matches ? &summary.steps[i] : nullptr);
        const int number = static_cast<int>(i);
        connect(row, &StepRow::chosen, this, [this, number] { setCurrent(number); });
        connect(row, &StepRow::switched, this, [this, number](bool isOn) { emit switched(number, isOn); });
        m_layout->insertWidget(number, row);
        m_rows.append(row);
    }
    m_current = qBound(0, m_current, qMax(0, static_cast<int>(m_rows.size()) - 1));
    if (!m_rows.isEmpty()) {
        m_rows[m_current]->setCurrent(true);
    }
}

}  // namespace foresell

#include "step_list.moc"
