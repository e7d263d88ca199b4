//go:build !linux

package pdf

import "context"

// ownMemory leaves it to wazero.
func ownMemory(ctx context.Context) context.Context { return ctx }
