// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/embeddings/principal_components.h"

#include <Eigen/Eigenvalues>
#include <algorithm>

#include "model/error.h"
#include "model/layers/product.h"

namespace model {
namespace {

constexpr long blockRows = 512;

void throwIf(const std::stop_token &stop) {
    if (stop.stop_requested()) {
        throw Cancelled();
    }
}

/// Hands over the table in blocks of rows, with the index of the first row; stops when asked to.
template <class Function>
void eachBlock(const WeightMatrix &table, const std::stop_token &stop, const Function &function) {
    for (long first = 0; first < table.rows(); first += blockRows) {
        throwIf(stop);
        function(first, table.rows(first, std::min(blockRows, table.rows() - first)));
    }
}

/// (table − mean)ᵀ (table − mean) [E, E]; the sum over blocks is taken in double, since thousands
/// of rows add up.
Eigen::MatrixXd scatter(const WeightMatrix &table, const Row &mean, const std::stop_token &stop) {
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(table.cols(), table.cols());
    eachBlock(table, stop, [&](long, const Matrix &rows) {
        const Matrix centred = rows.rowwise() - mean;
        Matrix part(table.cols(), table.cols());
        layers::product<float>(centred, centred, layers::Transposed::first, false, part);
        sum += part.cast<double>();
    });
    return sum;
}

/// The axis or its opposite: see principalComponents().
Row oriented(const Eigen::VectorXd &axis) {
    Eigen::Index largest = 0;
    axis.cwiseAbs().maxCoeff(&largest);
    return (axis(largest) < 0 ? -1.0 : 1.0) * axis.transpose().cast<float>();
}

}  // namespace

PrincipalComponents principalComponents(const WeightMatrix &table, const std::stop_token &stop) {
    PrincipalComponents result;
    result.mean = Row::Zero(table.cols());
    result.axes = Matrix::Zero(2, table.cols());
    result.coordinates = Matrix::Zero(table.rows(), 2);
    if (table.rows() * table.cols() == 0) {
        return result;
    }
    eachBlock(table, stop, [&](long, const Matrix &rows) { result.mean += rows.colwise().sum(); });
    result.mean /= static_cast<float>(table.rows());
    const Eigen::MatrixXd variances = scatter(table, result.mean, stop);
    throwIf(stop);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(variances);
    throwIf(stop);
    const double whole = variances.trace();
    const long last = table.cols() - 1;  // eigenvalues ascend
    for (long axis = 0; axis < std::min(2L, table.cols()); ++axis) {
        result.axes.row(axis) = oriented(solver.eigenvectors().col(last - axis));
        if (whole > 0) {
            result.explained[static_cast<std::size_t>(axis)] =
                std::max(0.0, solver.eigenvalues()(last - axis)) / whole;
        }
    }
    eachBlock(table, stop, [&](long first, const Matrix &rows) {
        result.coordinates.middleRows(first, rows.rows()) =
            (rows.rowwise() - result.mean) * result.axes.transpose();
    });
    return result;
}

}  // namespace model
