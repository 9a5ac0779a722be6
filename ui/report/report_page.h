// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/report/report_content.h"
#include "ui/widgets/page.h"

class QCheckBox;
class QComboBox;
class QScrollArea;
class QStackedWidget;

namespace foresell {

class ReportPreview;
class ReportRenderer;

/// The report as it will be printed, with its sections and language to choose, and the button that saves the PDF.
class ReportPage : public Page {
    Q_OBJECT

public:
    explicit ReportPage(ProjectSession& session, QWidget* parent = nullptr);
    ~ReportPage() override;

    QString title() const override;
    QString facts() const override;
    QAction* primaryAction() const override;
    void activated() override;

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeSide();
    ReportOptions options() const;
    QLocale language() const;
    void rebuild();
    void save();
    void fitPreview();

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QAction* m_save;
    QLabel *m_sectionsTitle, *m_optionsTitle, *m_languageLabel, *m_itemsLabel, *m_chartsLabel, *m_saved;
    std::vector<QCheckBox*> m_sections;
    QComboBox *m_language, *m_items, *m_charts;
    bool m_isLanguageChosen = false;  ///< else the report speaks the window's language
    QScrollArea* m_scroll;
    ReportPreview* m_preview;
    std::shared_ptr<const ReportRenderer> m_renderer;
    qint64 m_revision = -1;
    QString m_path;
};

/// Writes the report of a project without a window: `foresell --report PROJECT --output FILE.pdf`. Throws Error.
void writeReport(const QString& project, const QString& output, const QLocale& locale);

}  // namespace foresell
