// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/protocol/cleaning_messages.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace foresell {

class BeforeAfterChart;
class ElidedLabel;
class ProjectSession;

/// The weeks before and after a step or the whole recipe, of the whole shop or of one item, in units or in money.
class CleaningChart : public QWidget {
    Q_OBJECT

public:
    explicit CleaningChart(ProjectSession& session, QWidget* parent = nullptr);

    /// The items that can be chosen, as the project has them now.
    void fillItems();
    /// What a preview found; `step` counts from 0.
    void show(const Recipe& recipe, const CleaningSummary& summary, int step);
    void chooseStep(int step);
    /// One item in place of the whole shop. Nothing where the project has no such code.
    void chooseItem(const QString& code);
    /// Another project: nothing is known.
    void clear();
    void retranslate();

private:
    QLayout* makeRow();
    void askForWeeks();
    void draw();

    ProjectSession& m_session;
    ElidedLabel* m_head;
    QLineEdit* m_item;
    QPushButton *m_thisStep, *m_wholeRecipe;
    QComboBox* m_measure;
    BeforeAfterChart* m_chart;
    Recipe m_recipe;
    CleaningSummary m_summary;
    int m_step = 0;
    std::int32_t m_itemId = 0;  ///< 0: the whole shop
    QString m_itemName;
    WeeklyTotals m_itemWeeks;
    int m_generation = 0;
};

}  // namespace foresell
