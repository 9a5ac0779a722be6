// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cleaning/step_list.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "ui/charts/chart_text.h"
#include "ui/cleaning/step_words.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/page.h"

namespace foresell {

namespace {

QString signedText(double value, const QString& text) {
    return value > 0 ? QStringLiteral("+") + text : text;
}

}  // namespace

/// One step: a tick, two lines of text, the units and the money at the right.
class StepRow : public QWidget {
    Q_OBJECT

public:
    StepRow(const RecipeStep& step, const CleaningStepResult* result, const std::string& currency) : m_tick(new QCheckBox) {
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setMinimumHeight(58);
        setAccessibleName(StepWords::name(step));
        setToolTip(StepWords::purpose(step.id));
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(16, 8, 16, 8);
        m_tick->setChecked(step.enabled);
        m_tick->setAccessibleName(StepWords::name(step));
        setToolTip(StepWords::purpose(step.id));
        auto* texts = new QGridLayout;
        texts->setVerticalSpacing(2);
        texts->setHorizontalSpacing(8);
        auto* nameRow = new QHBoxLayout;
        nameRow->setSpacing(6);
        auto* name = makeLabel(13, true);
        name->setText(StepWords::name(step));
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
            note->setText(StepWords::note(*result));
            const bool isLost = result->lost.units > 0;
            const double change = toDouble(isLost ? result->lost.units : result->after.units - result->before.units);
            if (change == 0 || isLost) {
                units->setProperty("tone", QStringLiteral("text2"));
                keepFont(units, 13);
            }
            units->setText(change == 0 ? QStringLiteral("0") : isLost ? QStringLiteral("≈") + numberText(change)
                                                                      : signedText(change, numberText(change)));
            const double money = toDouble(isLost ? result->lost.money : result->after.money - result->before.money);
            unit->setText(money == 0 || currency.empty() ? StepList::tr("units")
                                                         : signedText(isLost ? 0 : money, moneyText(money, currency, QLocale())));
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
    void opened();
    void switched(bool isOn);
    void moved(int by);

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
    void mouseDoubleClickEvent(QMouseEvent*) override { emit opened(); }
    void keyPressEvent(QKeyEvent* event) override {
        const bool isMove = event->modifiers().testFlag(Qt::AltModifier);
        if (event->key() == Qt::Key_Space) {
            m_tick->toggle();
        } else if (event->key() == Qt::Key_Return) {
            emit chosen();
        } else if (isMove && event->key() == Qt::Key_Up) {
            emit moved(-1);
        } else if (isMove && event->key() == Qt::Key_Down) {
            emit moved(1);
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
    if (step < 0 || step >= m_rows.size()) {
        return;
    }
    if (m_current < m_rows.size()) {
        m_rows[m_current]->setCurrent(false);
    }
    m_current = step;
    m_rows[step]->setCurrent(true);
    emit currentChanged(step);
}

void StepList::setSteps(const Recipe& recipe, const CleaningSummary& summary, const std::string& currency) {
    const bool hadFocus = std::any_of(m_rows.begin(), m_rows.end(), [](const StepRow* row) { return row->hasFocus(); });
    qDeleteAll(m_rows);
    m_rows.clear();
    for (std::size_t i = 0; i < recipe.steps.size(); ++i) {
        const bool matches = i < summary.steps.size() && summary.steps[i].id == recipe.steps[i].id;
        auto* row = new StepRow(recipe.steps[i], matches ? &summary.steps[i] : nullptr, currency);
        const int number = static_cast<int>(i);
        connect(row, &StepRow::chosen, this, [this, number] { setCurrent(number); });
        connect(row, &StepRow::switched, this, [this, number](bool isOn) { emit switched(number, isOn); });
        connect(row, &StepRow::opened, this, [this, number] { emit opened(number); });
        connect(row, &StepRow::moved, this, [this, number](int by) { emit moved(number, by); });
        m_layout->insertWidget(number, row);
        m_rows.append(row);
    }
    m_current = qBound(0, m_current, qMax(0, static_cast<int>(m_rows.size()) - 1));
    if (!m_rows.isEmpty()) {
        m_rows[m_current]->setCurrent(true);
        if (hadFocus) {
            m_rows[m_current]->setFocus();
        }
    }
}

void StepList::mark(int step) {
    m_current = step;
}

}  // namespace foresell

#include "step_list.moc"
