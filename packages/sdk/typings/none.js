// The typings have no code: importing them at run time does nothing.
export {};
