// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace foresell {

class Page;

/// Title, facts and actions of the page that is open.
class Header : public QWidget {
    Q_OBJECT

public:
    explicit Header(QWidget* parent = nullptr);
    void show(Page* page);

private:
    void refresh();

    QPointer<Page> m_page;
    QLabel* m_title;
    QLabel* m_facts;
    QHBoxLayout* m_actions;
};

}  // namespace foresell
