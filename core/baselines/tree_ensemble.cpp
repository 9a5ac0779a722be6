// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/tree_ensemble.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/error.h"

namespace foresell {

namespace {

constexpr std::size_t rowsABlock = 64;  // whose numbers stay in the nearest cache
constexpr std::size_t rowsAtOnce = 8;   // that wait for memory side by side
constexpr int deepest = 64;
constexpr std::size_t numbersANode = 5;

[[noreturn]] void throwDamaged() {
    throw Error("model.damaged", "The model cannot be read: its trees do not fit together.", "Train again.");
}

}  // namespace

void TreeEnsemble::add(const std::vector<Node>& nodes) {
    const auto first = static_cast<std::int32_t>(m_nodes.size());
    const auto count = static_cast<int>(nodes.size());
    std::vector<int> depth(nodes.size(), -1);
    int deepestHere = 0;
    for (int i = 0; i < count; ++i) {
        const Node& node = nodes[static_cast<std::size_t>(i)];
        int& own = depth[static_cast<std::size_t>(i)];
        own = i == 0 ? 0 : own;
        const bool isLeaf = node.left < 0;
        const bool fits = isLeaf || (node.left > i && node.right > i && node.left < count && node.right < count &&
                                     node.left != node.right && node.feature >= 0 &&
                                     static_cast<std::size_t>(node.feature) < m_width && std::isfinite(node.threshold));
        if (own < 0 || own > deepest || !fits || (isLeaf && !std::isfinite(node.value))) {
            throwDamaged();
        }
        deepestHere = std::max(deepestHere, own);
        const std::int32_t self = first + i;
        m_nodes.push_back({isLeaf ? 0.0F : node.threshold, isLeaf ? 0 : node.feature,
                           {isLeaf ? self : first + node.left, isLeaf ? self : first + node.right}});
        m_values.push_back(isLeaf ? node.value : 0.0F);
        for (const int child : {node.left, node.right}) {
            if (!isLeaf) {
                int& below = depth[static_cast<std::size_t>(child)];
                if (below >= 0) {
                    throwDamaged();
                }
                below = own + 1;
            }
        }
    }
    if (count == 0) {
        throwDamaged();
    }
    m_trees.push_back({first, deepestHere});
}

void TreeEnsemble::predict(std::span<const float> rows, std::span<float> sums) const {
    std::ranges::fill(sums, 0.0F);
    add(rows, sums, 0, m_trees.size());
}

void TreeEnsemble::add(std::span<const float> rows, std::span<float> sums, std::size_t first, std::size_t last) const {
    const Step* const nodes = m_nodes.data();
    const auto trees = std::span(m_trees).subspan(first, last - first);
    for (std::size_t block = 0; block < sums.size(); block += rowsABlock) {
        const std::size_t blockEnd = std::min(sums.size(), block + rowsABlock);
        for (const Tree& tree : trees) {
            for (std::size_t begin = block; begin < blockEnd; begin += rowsAtOnce) {
                const std::size_t count = std::min(rowsAtOnce, blockEnd - begin);
                std::array<const float*, rowsAtOnce> row;
                std::array<std::int32_t, rowsAtOnce> place;
                for (std::size_t i = 0; i < rowsAtOnce; ++i) {
                    row[i] = rows.data() + (begin + std::min(i, count - 1)) * m_width;
                    place[i] = tree.root;
                }
                for (std::int32_t depth = 0; depth < tree.depth; ++depth) {
                    for (std::size_t i = 0; i < rowsAtOnce; ++i) {
                        const Step& node = nodes[place[i]];
                        place[i] = node.next[row[i][node.feature] < node.threshold ? 0 : 1];
                    }
                }
                for (std::size_t i = 0; i < count; ++i) {
                    sums[begin + i] += m_values[static_cast<std::size_t>(place[i])];
                }
            }
        }
    }
}

std::vector<NamedArray> TreeEnsemble::arrays() const {
    NamedArray trees{"trees", {static_cast<std::int64_t>(m_trees.size())}, {}};
    NamedArray nodes{"nodes", {static_cast<std::int64_t>(m_nodes.size()), numbersANode}, {}};
    for (std::size_t i = 0; i < m_trees.size(); ++i) {
        const auto begin = static_cast<std::size_t>(m_trees[i].root);
        const std::size_t end = i + 1 < m_trees.size() ? static_cast<std::size_t>(m_trees[i + 1].root) : m_nodes.size();
        trees.values.push_back(static_cast<float>(end - begin));
        for (std::size_t at = begin; at < end; ++at) {
            const Step& node = m_nodes[at];
            const bool isLeaf = static_cast<std::size_t>(node.next[0]) == at;
            nodes.values.insert(nodes.values.end(),
                                {static_cast<float>(node.feature), node.threshold,
                                 isLeaf ? -1.0F : static_cast<float>(static_cast<std::size_t>(node.next[0]) - begin),
                                 isLeaf ? -1.0F : static_cast<float>(static_cast<std::size_t>(node.next[1]) - begin), m_values[at]});
        }
    }
    return {trees, nodes};
}

TreeEnsemble TreeEnsemble::fromModel(const ModelFile& file, std::size_t width, std::size_t trees, std::size_t nodes) {
    const std::vector<float>& sizes = file.array("trees", {static_cast<std::int64_t>(trees)}).values;
    const std::vector<float>& numbers = file.array("nodes", {static_cast<std::int64_t>(nodes), numbersANode}).values;
    TreeEnsemble ensemble(width);
    std::size_t at = 0;
    for (const float size : sizes) {
        if (!(size >= 1) || size > static_cast<float>(nodes) || at + static_cast<std::size_t>(size) > nodes) {
            throwDamaged();
        }
        std::vector<Node> tree(static_cast<std::size_t>(size));
        for (Node& node : tree) {
            const float* const told = numbers.data() + numbersANode * at++;
            for (const std::size_t i : {0, 2, 3}) {
                if (!(told[i] >= -1 && told[i] < 1e7F)) {
                    throwDamaged();
                }
            }
            node = {static_cast<int>(told[0]), told[1], static_cast<int>(told[2]), static_cast<int>(told[3]), told[4]};
        }
        ensemble.add(tree);
    }
    if (at != nodes) {
        throwDamaged();
    }
    return ensemble;
}

}  // namespace foresell
