// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace foresell {

class DataPage;
class MainWindow;
class ProjectSession;
class StartPage;
class TopBar;

/// The menus of the window and their actions.
class WindowMenus : public QObject {
    Q_OBJECT

public:
    WindowMenus(MainWindow& window, ProjectSession& session, TopBar& topBar, DataPage& data, StartPage& start);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* add(QMenu* menu, const char* text, const QKeySequence& shortcut = {});
    void retranslate();
    void showShortcuts();
    void showGlossary();
    void showAbout();

    MainWindow& m_window;
    ProjectSession& m_session;
    QMenu* m_file;
    QMenu* m_edit;
    QMenu* m_view;
    QMenu* m_tools;
    QMenu* m_help;
};

}  // namespace foresell
