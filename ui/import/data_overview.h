// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/protocol/quality_messages.h"

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace foresell {

class GapModel;
class ImportListModel;
class ItemsView;
class LinesView;
class MonthBars;
class ProjectSession;
class QualityFigure;
class RejectModel;

/// What was imported and what it is like: span, gaps, repeats, rejected rows, new and ended items, days without sales and
/// without stock, each a click from its rows; the imports, whose counts add up; the sale lines; the lines of each month.
class DataOverview : public QWidget {
    Q_OBJECT

public:
    enum View { Imports, Lines, Items, Gaps, Rejects };

    explicit DataOverview(ProjectSession& session, QWidget* parent = nullptr);
    void show(View view);
    /// Asks the engine anew where something has changed.
    void activate();
    /// The lines of one item.
    void showLines(const QString& item);
    LinesView& lines() { return *m_lines; }
    ItemsView& items() { return *m_items; }

signals:
    void repeatsWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void lay();
    QWidget* makeImports();
    void refresh();
    void showFigures();
    void showItemFigures();
    void showItems(const QString& kind);
    void fillRejects();
    void exportRejects();
    void importCorrected();
    void takeBack();
    void fitImports();
    void retranslate();

    ProjectSession& m_session;
    DataQuality m_quality;
    std::int64_t m_qualityRevision = -1;
    QualityFigure *m_span, *m_gapFigure, *m_repeats, *m_rejected;
    QualityFigure *m_new, *m_ended, *m_seldom, *m_soldOut;
    QButtonGroup* m_views;
    QPushButton *m_takeBack, *m_export, *m_correct;
    QStackedWidget* m_stack;
    LinesView* m_lines;
    ItemsView* m_items;
    ImportListModel* m_imports;
    GapModel* m_gaps;
    RejectModel* m_rejects;
    QTableView *m_importTable, *m_gapTable, *m_rejectTable;
    QLabel *m_sum, *m_noGap, *m_noReject, *m_monthHead, *m_note;
    MonthBars* m_months;
};

}  // namespace foresell
