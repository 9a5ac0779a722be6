// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QMenuBar;

namespace foresell {

class ProjectSession;

/// Mark, menus, the project's name, the search and undo/redo.
class TopBar : public QWidget {
    Q_OBJECT

public:
    TopBar(ProjectSession& session, QWidget* parent = nullptr);

    QMenuBar* menuBar() const { return m_menus; }
    QAction* undoAction() const { return m_undo; }
    QAction* redoAction() const { return m_redo; }
    void focusSearch();

signals:
    /// An item was chosen in the search.
    void itemChosen(const QString& code);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void retranslate();
    void fillSearch();

    ProjectSession& m_session;
    QMenuBar* m_menus;
    QLabel* m_project;
    QLabel* m_saved;
    QLineEdit* m_search;
    QLabel* m_keys;
    QAction* m_undo;
    QAction* m_redo;
};

}  // namespace foresell
