package dev.lodge.sla;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param order ids of policies, the one to be asked first before the others; those left out keep their order behind them */
public record PolicyOrder(@Nullable List<@Nullable Long> order) {}
