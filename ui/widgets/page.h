// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QFrame;
class QLabel;
class QPushButton;

namespace foresell {

class ProjectSession;

/// The pages of the window, in the order of the work. Calendar is reached from the settings and the menu, not from the rail.
enum class PageId { Start, Data, Cleaning, Features, Training, Forecast, Report, Calendar, Settings };

/// One page: it answers one question, has a title with facts below it, actions in the header (quiet, plain, and one
/// primary: the next step), and the content. It lays itself out as side | content | inspector; widgets named "side",
/// "content" and "inspector" get their tints from the style sheet.
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(ProjectSession& session, QWidget* parent = nullptr);

    virtual QString title() const = 0;
    /// Short facts under the title, joined by " · "; may be empty.
    virtual QString facts() const { return {}; }
    virtual QList<QAction*> quietActions() const { return {}; }
    virtual QList<QAction*> plainActions() const { return {}; }
    virtual QAction* primaryAction() const { return nullptr; }
    /// The page comes to the front: read what has changed.
    virtual void activated() {}
    /// What the search of the window wants of this page: for items, show the item with this code.
    virtual void showItem(const QString& code) { Q_UNUSED(code); }

signals:
    /// Title, facts or actions are others now.
    void headerChanged();
    void goTo(foresell::PageId page);

protected:
    ProjectSession& session() const { return m_session; }
    /// Sets every text anew, at the start and when the language changes.
    virtual void retranslate() {}
    void changeEvent(QEvent* event) override;

private:
    ProjectSession& m_session;
};

/// "Import sales first" and a button: what an empty page shows.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(const QString& icon, QWidget* parent = nullptr);
    void setTexts(const QString& title, const QString& text, const QString& button);

signals:
    void clicked();

private:
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_button;
};

// Small building blocks that every page uses.
/// The font of the look for a widget, also after the theme, the zoom or the language has changed.
void keepFont(QWidget* widget, int size, bool emphasised = false);
QLabel* makeLabel(int size, bool emphasised = false, const char* tone = "");
QPushButton* makeButton(const char* kind);
QFrame* makeHairline();

}  // namespace foresell
