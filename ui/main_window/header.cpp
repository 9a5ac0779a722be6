// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/header.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/elided_label.h"
#include "ui/widgets/page.h"
#include "ui/widgets/theme.h"

namespace foresell {

namespace {

QPushButton* buttonFor(QAction* action, const char* kind, QWidget* parent, Page* page) {
    QPushButton* button = makeButton(kind);
    button->setParent(parent);  // else setVisible would open it as a window of its own
    const auto sync = [button, action, page] {
        if (!action->isEnabled() && button->hasFocus()) {
            page->setFocus(Qt::OtherFocusReason);  // else Qt gives it to the first place of the window
        }
        button->setText(action->text());
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
        button->setToolTip(action->toolTip() == action->text() ? QString() : action->toolTip());
    };
    sync();
    QObject::connect(action, &QAction::changed, button, sync);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

}  // namespace

Header::Header(QWidget* parent) : QWidget(parent), m_title(new ElidedLabel(20, true)), m_facts(new ElidedLabel(12, false, "text2")) {
    setObjectName(QStringLiteral("header"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(64);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 10, 16, 7);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_title);
    texts->addWidget(m_facts);
    layout->addLayout(texts, 1);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(8);
    layout->addLayout(m_actions);
    connect(&Theme::instance(), &Theme::changed, this, [this] { setFixedHeight(Theme::instance().px(64)); });
}

void Header::show(Page* page) {
    if (m_page) {
        m_page->disconnect(this);
    }
    m_page = page;
    connect(page, &Page::headerChanged, this, &Header::refresh);
    refresh();
}

void Header::refresh() {
    m_title->setText(m_page->title());
    m_facts->setText(m_page->facts());
    m_facts->setVisible(!m_page->facts().isEmpty());
    bool hadFocus = m_page->hasFocus();
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        hadFocus = hadFocus || item->widget()->hasFocus();
        item->widget()->deleteLater();
        delete item;
    }
    for (QAction* action : m_page->quietActions()) {
        m_actions->addWidget(buttonFor(action, "quiet", this, m_page));
    }
    for (QAction* action : m_page->plainActions()) {
        m_actions->addWidget(buttonFor(action, "plain", this, m_page));
    }
    if (QAction* action = m_page->primaryAction()) {
        m_actions->addWidget(buttonFor(action, "primary", this, m_page));
    }
    if (hadFocus) {
        // The button that was pressed is gone: go on with the next step, or on the page, not at the top of the window.
        const int last = m_actions->count() - 1;
        QWidget* next = last >= 0 ? m_actions->itemAt(last)->widget() : nullptr;
        (next != nullptr && next->isEnabled() ? next : m_page.data())->setFocus(Qt::OtherFocusReason);
    }
}

}  // namespace foresell
