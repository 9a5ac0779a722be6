// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/top_bar.h"

#include <QAction>
#include <QCompleter>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPainter>
#include <QRegularExpression>
#include <QShortcut>
#include <QStandardItemModel>
#include <QToolButton>

#include "core/base/error.h"
#include "ui/charts/chart_text.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/page.h"
#include "ui/widgets/theme.h"

namespace foresell {

namespace {

constexpr int commandRole = Qt::UserRole + 1;

/// A text without its mnemonic: "文件(&F)" -> "文件".
QString plainText(QString text) {
    static const QRegularExpression bracketed(QStringLiteral("\\(&\\w\\)"));
    return text.remove(bracketed).remove(QLatin1Char('&'));
}

QString undoText(const std::string& name) {
    if (name == "recipe") {
        return TopBar::tr("change of the recipe");
    }
    if (name == "features") {
        return TopBar::tr("change of the features");
    }
    if (name == "settings") {
        return TopBar::tr("change of settings");
    }
    if (name == "calendar") {
        return TopBar::tr("change of the calendar");
    }
    return name == "undo_import" ? TopBar::tr("taking back of an import") : QString();
}

}  // namespace

TopBar::TopBar(ProjectSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_menus(new QMenuBar), m_project(new ElidedLabel(13, true)),
      m_saved(makeLabel(12, false, "text2")), m_search(new QLineEdit), m_keys(makeLabel(12, false, "text2")), m_undo(new QAction(this)), m_redo(new QAction(this)) {
    setObjectName(QStringLiteral("topBar"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(40);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(88, 0, 12, 0);
    layout->setSpacing(8);
    m_menus->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    layout->addWidget(m_menus, 0, Qt::AlignVCenter);
    layout->addStretch(1);
    layout->addWidget(m_project);
    layout->addWidget(m_saved);
    layout->addStretch(1);
    m_search->setFixedWidth(288);
    auto* leave = new QShortcut(QKeySequence(Qt::Key_Escape), m_search, nullptr, nullptr, Qt::WidgetShortcut);
    connect(leave, &QShortcut::activated, this, [this] {
        m_search->clear();
        m_search->clearFocus();
    });
    m_search->setFocusPolicy(Qt::ClickFocus);
    m_search->setProperty("control", QStringLiteral("tool"));
    m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    auto* inSearch = new QHBoxLayout(m_search);
    inSearch->setContentsMargins(0, 0, 10, 0);
    inSearch->addStretch();
    inSearch->addWidget(m_keys);
    m_keys->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(m_search, &QLineEdit::textChanged, m_keys, [this](const QString& text) { m_keys->setVisible(text.isEmpty()); });
    layout->addWidget(m_search);
    m_undo->setIcon(themedIcon(QStringLiteral("undo")));
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setIcon(themedIcon(QStringLiteral("redo")));
    m_redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    for (QAction* action : {m_undo, m_redo}) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setFixedSize(28, 28);
        layout->addWidget(button);
    }
    connect(m_undo, &QAction::triggered, &session, &ProjectSession::undo);
    connect(m_redo, &QAction::triggered, &session, &ProjectSession::redo);
    connect(&session, &ProjectSession::changed, this, &TopBar::refresh);
    connect(&session, &ProjectSession::changed, this, &TopBar::fillSearch);
    retranslate();
}

void TopBar::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
    fillSearch();  // commands change with the language and with what is open
}

void TopBar::fillSearch() {
    auto* items = new QStandardItemModel(this);
    try {
        if (m_session.isOpen()) {
            for (const ItemRecord& item : m_session.reader()->items()) {
                const QString code = QString::fromStdString(item.code);
                auto* row = new QStandardItem(shownName(QString::fromStdString(item.name)) + QStringLiteral("  ") + code);
                row->setData(code, Qt::UserRole);
                items->appendRow(row);
            }
        }
    } catch (const Error&) {
        items->clear();  // the page that is open tells what is wrong with the file
    }
    for (const QAction* top : m_menus->actions()) {
        for (QAction* action : top->menu()->actions()) {
            if (!action->isSeparator() && !action->text().isEmpty()) {
                auto* row = new QStandardItem(plainText(top->text()) + QStringLiteral(" › ") + plainText(action->text()));
                row->setData(QVariant::fromValue<QObject*>(action), commandRole);
                items->appendRow(row);
            }
        }
    }
    auto* completer = new QCompleter(items, this);
    items->setParent(completer);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(12);
    connect(completer, QOverload<const QModelIndex&>::of(&QCompleter::activated), this, [this](const QModelIndex& index) {
        if (auto* action = qobject_cast<QAction*>(index.data(commandRole).value<QObject*>())) {
            QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
        } else {
            emit itemChosen(index.data(Qt::UserRole).toString());
        }
        QMetaObject::invokeMethod(m_search, &QLineEdit::clear, Qt::QueuedConnection);
    });
    delete m_search->completer();
    m_search->setCompleter(completer);
}

void TopBar::refresh() {
    const ProjectFacts& facts = m_session.facts();
    const bool isOpen = m_session.isOpen();
    m_project->setText(isOpen ? QString::fromStdString(facts.settings.name) : QString());
    m_saved->setText(isOpen ? tr("saved") : QString());
    m_undo->setEnabled(isOpen && !facts.undoName.empty());
    m_redo->setEnabled(isOpen && !facts.redoName.empty());
    m_undo->setText(facts.undoName.empty() ? tr("Undo") : tr("Undo: %1").arg(undoText(facts.undoName)));
    m_redo->setText(facts.redoName.empty() ? tr("Redo") : tr("Redo: %1").arg(undoText(facts.redoName)));
}

void TopBar::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    QPainter painter(this);
    // What happened in ink, what is expected in blue, with its band: the product in one picture.
    const Theme& theme = Theme::instance();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(26, (height() - 28) / 2.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Role::Band80));
    painter.drawPolygon(QPolygonF({QPointF(15.5, 11), QPointF(27, 0.5), QPointF(27, 16)}));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Role::Demand), 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({QPointF(1.5, 20.5), QPointF(6.5, 13), QPointF(11.5, 16.5), QPointF(15.5, 11)}));
    painter.setPen(QPen(theme.color(Role::Forecast), 2.4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(15.5, 11), QPointF(27, 7.5));
}

void TopBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void TopBar::retranslate() {
    m_search->setPlaceholderText(tr("Search items and commands"));
    m_keys->setText(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText));
    m_search->setAccessibleName(tr("Search items and commands"));
    refresh();
}

}  // namespace foresell
