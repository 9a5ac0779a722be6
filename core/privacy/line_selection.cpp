// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/line_selection.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/import/line_keys.h"
#include "core/import/sale_mapper.h"
#include "core/import/text_normal.h"

namespace foresell {

std::vector<ImportId> importsBefore(const ProjectReader& project, Day day) {
    std::vector<ImportId> imports;
    for (const ImportRecord& import : project.imports()) {
        if (import.source.role == "sales") {
            imports.push_back(import.id);
        }
    }
    for (const ChunkInfo& chunk : project.chunks()) {
        if (chunk.lastDay >= day) {
            std::erase(imports, chunk.import);
        }
    }
    return imports;
}

LineSelection::LineSelection(const ErasureRequest& request, const ProjectReader& project,
                             const JobControl& job)
    : m_before(request.before) {
    const std::string customer(customerId(request.customer));
    const std::string order(cleanId(request.order));
    if ((customer.empty() ? 0 : 1) + (order.empty() ? 0 : 1) + (isByDate() ? 1 : 0) != 1) {
        throw Error("privacy.bad_request", "Say one thing to erase: a customer, an order or a day.");
    }
    m_text = customer.empty() ? order : customer;
    if (!order.empty()) {
        m_orders.insert(order);
    } else if (!customer.empty()) {
        m_customer = LineKeys({}, project.settings().uuid).knownCustomer(customer);
        findOrders(project, job);
    }
}

void LineSelection::findOrders(const ProjectReader& project, const JobControl& job) {
    SaleBatch lines;
    for (const ChunkInfo& chunk : project.chunks()) {
        job.throwIfCancelled();
        project.readChunk(chunk.id, lines);
        for (std::size_t row = 0; row < lines.size(); ++row) {
            if (lines.customer[row] == m_customer && !lines.order.at(row).empty()) {
                m_orders.emplace(lines.order.at(row));
            }
        }
    }
}

bool LineSelection::concerns(const ChunkInfo& chunk) const {
    return !isByDate() || chunk.firstDay < m_before;
}

bool LineSelection::contains(const SaleBatch& lines, std::size_t row) const {
    if (isByDate()) {
        return lines.day[row] < m_before;
    }
    if (m_customer != 0 && lines.customer[row] != 0) {
        return lines.customer[row] == m_customer;
    }
    return !m_orders.empty() && m_orders.contains(lines.order.at(row));
}

bool LineSelection::isNamedIn(std::string_view text) const {
    if (isByDate()) {
        return false;
    }
    return text.find(m_text) != std::string_view::npos ||
           std::any_of(m_orders.begin(), m_orders.end(),
                       [text](const std::string& order) { return text.find(order) != std::string_view::npos; });
}

std::vector<std::string> LineSelection::texts() const {
    std::vector<std::string> texts(m_orders.begin(), m_orders.end());
    if (m_customer != 0) {
        texts.push_back(m_text);
    }
    return texts;
}

}  // namespace foresell
