// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/principal_components.h"

#include <Eigen/Eigenvalues>
#include <algorithm>

#include "model/error.h"

namespace model {
namespace {

constexpr long blockRows = 512;  // between two looks at the stop token

void throwIf(const std::stop_token &stop) {
    if (stop.stop_requested()) {
        throw Cancelled();
    }
}

/// (table − mean)ᵀ (table − mean) [E, E]; the sum over blocks is taken in double, since thousands
/// of rows add up.
Eigen::MatrixXd scatter(const In<float> &table, const Row &mean, const std::stop_token &stop) {
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(table.cols(), table.cols());
    for (long begin = 0; begin < table.rows(); begin += blockRows) {
        throwIf(stop);
        const long rows = std::min(blockRows, table.rows() - begin);
        const Matrix centred = table.middleRows(begin, rows).rowwise() - mean;
        const Matrix part = centred.transpose() * centred;
        sum += part.cast<double>();
    }
    return sum;
}

/// The axis or its opposite: see principalComponents().
Row oriented(const Eigen::VectorXd &axis) {
    Eigen::Index largest = 0;
    axis.cwiseAbs().maxCoeff(&largest);
    return (axis(largest) < 0 ? -1.0 : 1.0) * axis.transpose().cast<float>();
}

}  // namespace

PrincipalComponents principalComponents(const In<float> &table, const std::stop_token &stop) {
    PrincipalComponents result;
    result.mean = Row::Zero(table.cols());
    result.axes = Matrix::Zero(2, table.cols());
    result.coordinates = Matrix::Zero(table.rows(), 2);
    if (table.size() == 0) {
        return result;
    }
    result.mean = table.colwise().mean();
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
    result.coordinates = (table.rowwise() - result.mean) * result.axes.transpose();
    return result;
}

}  // namespace model
