// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/browsing/line_query.h"
#include "core/protocol/notes.h"

class QAction;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QTimer;

namespace foresell {

class BeforeAfterChart;
class LinesModel;
class ProjectSession;

/// The sale lines of the project, a page at a time: sorted by the heads, filtered and searched by the engine, which can be
/// stopped; copied and exported; with the weeks of the chosen line's item below.
class LinesView : public QWidget {
    Q_OBJECT

public:
    explicit LinesView(ProjectSession& session, QWidget* parent = nullptr);

    /// Shows the first page of a query, unless it is shown already.
    void show(const LineQuery& query);
    /// Looks anew where the project has changed.
    void activate();
    const LineQuery& query() const { return m_query; }
    LinesModel& model() { return *m_model; }
    bool isLoading() const { return m_request != 0; }

signals:
    /// A page has come, or the search was stopped.
    void loaded();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void lay();
    QWidget* makeFilters();
    QWidget* makePager();
    void filter();
    void sortBy(int column);
    void load(std::int64_t offset);
    void stop();
    void showProgress(const Progress& progress);
    void showPager();
    void showWeeks();
    void placeWeeks();
    void exportLines(bool withCustomers);
    void fillFilters();
    void retranslate();

    ProjectSession& m_session;
    LinesModel* m_model;
    QLineEdit* m_search;
    QComboBox* m_state;
    QDateEdit *m_from, *m_to;
    QPushButton *m_clear, *m_export;
    QAction *m_plainExport, *m_customerExport;
    QPushButton* m_stop;
    QPushButton *m_first, *m_previous, *m_next, *m_last;
    QTableView* m_table;
    QLabel *m_none, *m_place, *m_item;
    BeforeAfterChart* m_weeks;
    QTimer* m_wait;
    LineQuery m_query;
    std::int64_t m_offset = 0;
    qint64 m_request = 0;       ///< of the page that is waited for
    qint64 m_weeksRequest = 0;
    std::int64_t m_revision = -1;
    std::string m_weeksOf;
    bool m_isFilling = false;
};

}  // namespace foresell
