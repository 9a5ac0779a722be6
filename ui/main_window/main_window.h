// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <map>

#include "ui/widgets/page.h"

class QStackedWidget;

namespace foresell {

class DropHint;
class Header;
class JobBar;
class ProjectSession;
class NoteCard;
class Rail;
struct ErrorBody;
class TopBar;
class WindowMenus;

/// Composes the pages; it holds no logic of theirs.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    ProjectSession& session() { return *m_session; }
    void open(const QString& path);
    /// Opens a project, or looks at files to import them.
    void lookAt(const QStringList& files);
    void goTo(PageId page);
    Page* currentPage() const;

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void addPage(PageId id, Page* page);
    void refresh();
    void say(const QString& text, const QString& hint);
    void offerWayOut(const QString& path, const ErrorBody& error);
    void offerRescue(const QString& path, const ErrorBody& error);
    void offerCopy(const QString& path);

    ProjectSession* m_session;
    TopBar* m_topBar;
    Rail* m_rail;
    Header* m_header;
    QStackedWidget* m_stack;
    JobBar* m_jobBar;
    QWidget* m_message;
    NoteCard* m_messageNote;
    DropHint* m_dropHint;
    WindowMenus* m_menus;
    std::map<PageId, Page*> m_pages;
};

}  // namespace foresell
