// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/window_menus.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QEvent>
#include <QMenuBar>
#include <QMessageBox>

#include "ui/help/help_texts.h"
#include "ui/import/data_page.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/top_bar.h"
#include "ui/project_session/project_session.h"
#include "ui/settings/preferences.h"
#include "ui/start/start_page.h"

namespace foresell {

WindowMenus::WindowMenus(MainWindow& window, ProjectSession& session, TopBar& topBar, DataPage& data, StartPage& start)
    : QObject(&window), m_window(window), m_session(session), m_file(new QMenu(&window)), m_edit(new QMenu(&window)),
      m_view(new QMenu(&window)), m_tools(new QMenu(&window)), m_help(new QMenu(&window)) {
    for (QMenu* menu : {m_file, m_edit, m_view, m_tools, m_help}) {
        topBar.menuBar()->addMenu(menu);
    }
    connect(add(m_file, QT_TR_NOOP("New project…"), QKeySequence::New), &QAction::triggered, &start, &StartPage::createProject);
    connect(add(m_file, QT_TR_NOOP("Open project…"), QKeySequence::Open), &QAction::triggered, &start, &StartPage::openProject);
    m_file->addSeparator();
    connect(add(m_file, QT_TR_NOOP("Import sales…"), QKeySequence(Qt::CTRL | Qt::Key_I)), &QAction::triggered, &start,
            &StartPage::chooseFiles);
    connect(add(m_file, QT_TR_NOOP("Paste a table"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V)), &QAction::triggered, &data,
            &DataPage::pasteTable);
    m_file->addSeparator();
    connect(add(m_file, QT_TR_NOOP("Close project"), QKeySequence(Qt::CTRL | Qt::Key_W)), &QAction::triggered, &session,
            &ProjectSession::close);
    connect(add(m_file, QT_TR_NOOP("Quit"), QKeySequence::Quit), &QAction::triggered, &window, &QWidget::close);
    m_edit->addAction(topBar.undoAction());
    m_edit->addAction(topBar.redoAction());
    m_edit->addSeparator();
    connect(add(m_edit, QT_TR_NOOP("Find an item"), QKeySequence(Qt::CTRL | Qt::Key_K)), &QAction::triggered, &topBar,
            &TopBar::focusSearch);
    const std::pair<const char*, Theme::Mode> modes[] = {{QT_TR_NOOP("Colours as on the desktop"), Theme::Mode::System},
                                                         {QT_TR_NOOP("Light"), Theme::Mode::Light},
                                                         {QT_TR_NOOP("Dark"), Theme::Mode::Dark}};
    auto* themes = new QActionGroup(this);
    for (const auto& [text, mode] : modes) {
        QAction* action = add(m_view, text);
        action->setCheckable(true);
        action->setChecked(Theme::instance().mode() == mode);
        themes->addAction(action);
        connect(action, &QAction::triggered, this, [choice = mode] { Preferences::setTheme(choice); });
    }
    m_view->addSeparator();
    connect(add(m_view, QT_TR_NOOP("Larger"), QKeySequence::ZoomIn), &QAction::triggered, this,
            [] { Preferences::setZoom(Theme::instance().zoom() + 25); });
    connect(add(m_view, QT_TR_NOOP("Smaller"), QKeySequence::ZoomOut), &QAction::triggered, this,
            [] { Preferences::setZoom(Theme::instance().zoom() - 25); });
    m_view->addSeparator();
    connect(add(m_view, QT_TR_NOOP("English")), &QAction::triggered, this, [] { Preferences::setLanguage(QStringLiteral("en")); });
    connect(add(m_view, QT_TR_NOOP("简体中文")), &QAction::triggered, this,
            [] { Preferences::setLanguage(QStringLiteral("zh_CN")); });
    connect(add(m_tools, QT_TR_NOOP("Update from a folder…"), QKeySequence(Qt::Key_F5)), &QAction::triggered, &data,
            &DataPage::updateFromFolder);
    connect(add(m_tools, QT_TR_NOOP("Calendar"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)), &QAction::triggered, &window,
            [&window] { window.goTo(PageId::Calendar); });
    connect(add(m_tools, QT_TR_NOOP("Settings"), QKeySequence(Qt::CTRL | Qt::Key_Comma)), &QAction::triggered, &window,
            [&window] { window.goTo(PageId::Settings); });
    connect(add(m_help, QT_TR_NOOP("What the figures mean"), QKeySequence::HelpContents), &QAction::triggered, this,
            &WindowMenus::showGlossary);
    connect(add(m_help, QT_TR_NOOP("Shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_Slash)), &QAction::triggered, this,
            &WindowMenus::showShortcuts);
    m_help->addSeparator();
    connect(add(m_help, QT_TR_NOOP("About Foresell")), &QAction::triggered, this, &WindowMenus::showAbout);
    window.installEventFilter(this);
    retranslate();
}

QAction* WindowMenus::add(QMenu* menu, const char* text, const QKeySequence& shortcut) {
    QAction* action = menu->addAction(QString());
    action->setProperty("source", QString::fromUtf8(text));
    action->setShortcut(shortcut);
    return action;
}

bool WindowMenus::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_window && event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    return QObject::eventFilter(watched, event);
}

void WindowMenus::retranslate() {
    m_file->setTitle(tr("&File"));
    m_edit->setTitle(tr("&Edit"));
    m_view->setTitle(tr("&View"));
    m_tools->setTitle(tr("&Tools"));
    m_help->setTitle(tr("&Help"));
    for (QMenu* menu : {m_file, m_edit, m_view, m_tools, m_help}) {
        for (QAction* action : menu->actions()) {
            const QString source = action->property("source").toString();
            if (!source.isEmpty()) {
                action->setText(tr(source.toUtf8().constData()));
            }
        }
    }
}

void WindowMenus::showShortcuts() {
    QString rows;
    for (QMenu* menu : {m_file, m_edit, m_view, m_tools, m_help}) {
        for (const QAction* action : menu->actions()) {
            if (!action->shortcut().isEmpty()) {
                rows += QStringLiteral("<tr><td style='padding:3px 24px 3px 0'>%1</td><td><b>%2</b></td></tr>")
                            .arg(action->text().toHtmlEscaped(), action->shortcut().toString(QKeySequence::NativeText));
            }
        }
    }
    showHelp(&m_window, tr("Shortcuts"), QStringLiteral("<table>") + rows + QStringLiteral("</table>") + chartKeysText());
}

void WindowMenus::showGlossary() {
    showHelp(&m_window, tr("What the figures mean"), glossaryText());
}

void WindowMenus::showAbout() {
    showHelp(&m_window, tr("About Foresell"), aboutText());
}

}  // namespace foresell
